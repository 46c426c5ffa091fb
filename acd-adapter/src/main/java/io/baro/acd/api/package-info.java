/**
 * The floor over HTTP: what may be read, what may be done and by whom, as {@code api/openapi.yaml} says. Reads come from {@link
 * io.baro.acd.view}; writes become commands for the router.
 */
package io.baro.acd.api;
