/** The floor for people who look on: follows decisions beside the router and answers what stands now, why, and what has changed. */
package io.baro.acd.view;
