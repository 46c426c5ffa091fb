/** A long run at a constant rate: whether anything grows, slows down or is lost. */
package io.baro.bench.soak;
