/** When queues are open: weekly hours, holidays and special days of a time zone. */
package io.baro.acd.hours;
