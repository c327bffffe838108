package io.quarkiverse.flamingock.test.shop;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.event.Event;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.TargetSystem;
import io.quarkus.arc.All;
import io.smallrye.config.ConfigMapping;

/** Changes of a configured target system; the method is inherited. */
abstract class FlagChanges {

    @Apply
    void apply(@ConfigProperty(name = "shop.limit") int limit, @ConfigProperty(name = "shop.none") Optional<String> none,
            @ConfigProperty(name = "shop.level") Level level, Event<String> event, Logger log, Shop shop,
            @All List<Hours> all, Calls calls) {
        calls.add("flag: " + limit + " " + none.isPresent() + " " + level + " " + (event != null) + " " + log.getName() + " "
                + shop.topic() + " " + all);
    }

    @ConfigMapping(prefix = "shop")
    interface Shop {
        String topic();

        int limit();

        String level();
    }

    enum Level {
        LOW,
        HIGH
    }

    @TargetSystem("flags")
    @Change(id = "add-flag", author = "flags", order = "20250101_05")
    private static class AddFlag extends FlagChanges implements Runnable {

        @Override
        public void run() {
            // nothing: having an interface, the class is searched further for its method
        }
    }
}
