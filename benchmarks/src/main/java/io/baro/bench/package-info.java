/** JMH benchmarks of the core and end-to-end rigs; results are committed text with the command that made them. */
package io.baro.bench;
