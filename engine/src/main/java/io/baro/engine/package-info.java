/** The router and its runtimes: decides which agent takes which call; knows no PBX and no HTTP. */
package io.baro.engine;
