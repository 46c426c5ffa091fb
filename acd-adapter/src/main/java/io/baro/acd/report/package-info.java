/** What a day was like, for people: figures, tables, files and pages. Knows the engine's facts, no PBX and no socket. */
package io.baro.acd.report;
