/** Everything that touches the outside: AMI, the embedded PBX, configuration, operator HTTP, the main class. */
package io.baro.acd;
