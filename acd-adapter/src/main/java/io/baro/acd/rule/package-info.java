/** The condition language of rules.yaml: CEL, parsed and checked by dev.cel, translated to what the router can compute. */
package io.baro.acd.rule;
