package io.quarkiverse.flamingock.test.shop;

import java.util.Optional;

import jakarta.enterprise.event.Event;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;

/** Changes of a configured target system; the method is inherited. */
abstract class FlagChanges<T> {

    @Apply
    void apply(@ConfigProperty(name = "shop.limit") int limit, @ConfigProperty(name = "shop.none") Optional<String> none,
            @ConfigProperty(name = "shop.level") Level level, Event<String> event, T generic, Calls calls) {
        calls.add("flag: " + limit + " " + none.isPresent() + " " + level + " " + (event != null) + " " + generic);
    }

    enum Level {
        LOW,
        HIGH
    }

    @TargetSystem("flags")
    @Change(id = "add-flag", author = "flags", order = "2025_05")
    private static class AddFlag extends FlagChanges<Box<Integer>> implements Runnable {

        @Override
        public void run() {
            // nothing: having an interface, the class is searched further for its method
        }
    }
}
