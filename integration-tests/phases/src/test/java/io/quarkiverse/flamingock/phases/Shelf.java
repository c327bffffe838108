package io.quarkiverse.flamingock.phases;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;

/** What the application fills when it starts, and what changes have seen. */
@Singleton
public class Shelf {

    final List<String> books = new CopyOnWriteArrayList<>();
    final Map<String, Object> seen = new ConcurrentHashMap<>();

    void fill(@Observes StartupEvent event) {
        books.add("a book");
    }

    @Scheduled(every = "24h", delayed = "1h")
    void sweep() {
        // is what makes the scheduler start
    }
}
