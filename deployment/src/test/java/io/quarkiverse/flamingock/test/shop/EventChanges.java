package io.quarkiverse.flamingock.test.shop;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Named;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;
import io.quarkiverse.flamingock.ChangeContext;
import io.quarkiverse.flamingock.TargetSystem;

/** Changes of a target system that is a bean. */
class EventChanges {

    @TargetSystem("order-events")
    @Change(id = "create-topic", author = "events")
    static class _20250101_03_CreateTopic {

        @Apply
        void apply(Broker broker, @Named("partitions") int partitions, @ConfigProperty(name = "shop.topic") String topic,
                Prices prices, @Named("night") Hours night, @Premium Prices premium, Instance<Prices> any, Box<Integer> box,
                Calls calls) {
            calls.add("create-topic: " + String.join(" ", broker.name(), "" + partitions, topic, prices.name(), night.name(),
                    premium.name(), any.get().name(), "" + box.content()));
        }
    }

    @TargetSystem(id = "order-events")
    @Change(id = "name-topic", author = "events")
    static class _20250101_04_NameTopic {

        private final String said;
        private final Calls calls;

        _20250101_04_NameTopic(Broker broker, @Named("partitions") int partitions, ChangeContext context,
                @Named("night") Hours night, @ConfigProperty(name = "shop.topic") String topic, Calls calls) {
            this.said = String.join(" ", broker.name(), "" + partitions, context.changeId(), night.name(), topic);
            this.calls = calls;
        }

        @Apply
        void apply() {
            calls.add("name-topic: " + said);
        }
    }
}
