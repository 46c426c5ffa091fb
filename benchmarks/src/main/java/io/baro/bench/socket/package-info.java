/**
 * The rig "socket": event bytes in, action bytes out, over loopback TCP. One generator plays the PBX for three servers in processes of their
 * own: Baro, a bare Netty client as the floor, and an ACD on Asterisk-Java as the rival.
 */
package io.baro.bench.socket;
