/** Plots of what the rigs measured, as SVG text for the documents. */
package io.baro.bench.plot;
