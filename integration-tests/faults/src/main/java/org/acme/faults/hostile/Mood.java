package org.acme.faults.hostile;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.Dependent;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A bean that changes are given, and that can't be made on bad days.
 */
@Dependent
public class Mood {

    private final boolean bad;

    Mood(@ConfigProperty(name = "hostile.mood", defaultValue = "good") String mood) {
        this.bad = mood.equals("bad");
    }

    @PostConstruct
    void rise() {
        if (bad) {
            throw new IllegalStateException("planted in a bean");
        }
    }
}
