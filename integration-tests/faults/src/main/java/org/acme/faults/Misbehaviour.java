package org.acme.faults;

import java.util.Optional;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a change does beyond its work: the system property {@code faults.<change>}, several things separated by commas, each
 * with a number after a colon where it needs one.
 */
final class Misbehaviour {

    private final String[] things;

    private Misbehaviour(String things) {
        this.things = things.split(",");
    }

    static Misbehaviour of(String changeId) {
        Optional<String> configured = ConfigProvider.getConfig().getOptionalValue("faults." + changeId, String.class);
        return new Misbehaviour(configured.orElse(""));
    }

    boolean has(String thing) {
        return number(thing) >= 0;
    }

    /** The number after the colon, 0 if there is none, -1 where the change does not misbehave so. */
    int number(String thing) {
        for (String each : things) {
            if (each.equals(thing)) {
                return 0;
            }
            if (each.startsWith(thing + ":")) {
                return Integer.parseInt(each.substring(thing.length() + 1));
            }
        }
        return -1;
    }
}
