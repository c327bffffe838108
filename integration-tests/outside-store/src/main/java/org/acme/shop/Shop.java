package org.acme.shop;

import jakarta.inject.Inject;

import io.quarkiverse.flamingock.Flamingock;
import io.quarkiverse.flamingock.result.HistoryQuery;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/**
 * Prints what is recorded, and ends.
 */
@QuarkusMain
public class Shop implements QuarkusApplication {

    @Inject
    Flamingock flamingock;

    @Override
    public int run(String... args) {
        flamingock.history(HistoryQuery.newest(10)).forEach(event -> System.out.println(
                "recorded: " + event.sequence() + " " + event.changeId() + " " + event.state() + " " + event.targetSystem()));
        return 0;
    }
}
