package io.baro.acd.app;

import picocli.CommandLine.IVersionProvider;

/** Tells the version that the build wrote into the jar. Never fails. Any thread. */
final class VersionText implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String built = Main.class.getPackage().getImplementationVersion();
        return new String[] {"baro " + (built == null ? "unreleased" : built)};
    }
}
