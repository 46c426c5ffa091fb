/** The rig "decode": recorded AMI framed and indexed, beside Asterisk-Java and a plain scanner, and the messages' own codecs. */
package io.baro.bench.decode;
