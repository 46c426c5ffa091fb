package io.baro.acd.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One PBX as {@code baro.yaml} names it; its centre bears the same name. Immutable; any thread.
 *
 * @param systemName of its asterisk.conf, with a part nobody can guess
 * @param tlsCa certificate that signed the PBX's; empty: plain TCP
 */
public record PbxPlan(
        String name, String host, int port, String systemName, Login events, Login actions, Optional<Path> tlsCa) {

    /** An AMI user. */
    public record Login(String user, Secret secret) {}
}
