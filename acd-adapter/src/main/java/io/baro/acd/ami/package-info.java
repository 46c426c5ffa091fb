/**
 * The wire: bytes of the Asterisk Manager Interface in and out. Owns framing, header index, strict encoding, login and the life of
 * one connection; knows nothing of calls, agents or routing.
 *
 * <p>A block goes {@link io.baro.acd.ami.AmiSession} → {@link io.baro.acd.ami.AmiFramer} → {@link io.baro.acd.ami.AmiBlock}: the bytes
 * stay where they were read, headers are looked up by {@link io.baro.acd.ami.AmiHeader}, nothing becomes a String. What is not hot
 * goes to {@link io.baro.acd.ami.LongTail} and Asterisk-Java.
 *
 * <p>Runs on: the event loop of the connection, except where a class says otherwise.
 */
package io.baro.acd.ami;
