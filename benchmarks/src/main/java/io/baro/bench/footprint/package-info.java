/** What the production process needs of a machine: time to start, memory, processor time. */
package io.baro.bench.footprint;
