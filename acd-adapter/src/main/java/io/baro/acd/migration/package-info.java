/** From other queues to ours: reads what an operator wrote for app_queue. Knows files and texts, neither router nor PBX. */
package io.baro.acd.migration;
