/** The core alone: what one command costs, how it grows, what a year takes. Every floor is synthetic and seeded. */
package io.baro.bench.core;
