package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Four databases, a folder and a broker, each reached through a proxy of its own, and the processes that were let loose on
 * them. The audit store is in PostgreSQL, and has a proxy of its own, too.
 */
final class HostileWorld implements AutoCloseable {

    final Folder folder = new Folder();
    final Broker broker = new Broker();
    final Map<String, Place> places = new LinkedHashMap<>();
    final Map<String, TcpProxy> proxies = new LinkedHashMap<>();
    final HostilePast past;
    private final List<Child> children = new ArrayList<>();
    private List<Event> seen = List.of();

    HostileWorld() {
        String name = "h" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
        places.put("pg", Store.POSTGRESQL.create(name));
        places.put("maria", Store.MARIADB.create(name));
        places.put("h2", Store.H2.create(name));
        places.put("documents", Store.MONGODB.create(name));
        places.forEach((system, place) -> proxies.put(system, new TcpProxy(place.url())));
        proxies.put("store", new TcpProxy(places.get("pg").url()));
        past = new HostilePast(this, "faults_" + name);
    }

    Child start(String... properties) {
        return start(Launch.of(Variant.HOSTILE.application(Store.POSTGRESQL), first -> {
            try (HostileWorld world = new HostileWorld()) {
                return world.start(first).awaitEnd();
            }
        }), properties);
    }

    private Child start(Launch launch, String... properties) {
        List<String> options = new ArrayList<>(List.of("-Dfaults.directory=" + folder.path(),
                "-Dhostile.broker=" + broker.url(), "-Dquarkus.flamingock.lock.lease=" + World.LEASE,
                "-Dquarkus.flamingock.lock.takeover-grace=1S", "-Dquarkus.flamingock.max-interrupted-attempts=100",
                "-Dquarkus.mongodb.database=" + past.database(),
                "-Dquarkus.mongodb.connection-string=" + url("documents", "documents"),
                "-Dquarkus.datasource.jdbc.url=" + url("pg", "pg"),
                "-Dquarkus.datasource.store.jdbc.url=" + url("pg", "store"),
                "-Dquarkus.datasource.maria.jdbc.url=" + url("maria", "maria"),
                "-Dquarkus.datasource.h2.jdbc.url=" + url("h2", "h2")));
        for (String property : properties) {
            options.add("-D" + property);
        }
        Child child = Child.start(launch.command(options), Map.of());
        children.add(child);
        return child;
    }

    private String url(String system, String proxy) {
        Place place = places.get(system);
        return place.impatient(proxies.get(proxy).through(place.url()));
    }

    Child.Ended run(String... properties) throws InterruptedException {
        return start(properties).awaitEnd();
    }

    /** Lets everything pass again, and ends whoever is left. */
    void calm() throws InterruptedException {
        for (TcpProxy proxy : proxies.values()) {
            proxy.set(null);
        }
        for (Child child : children) {
            if (child.isAlive()) {
                child.kill().awaitEnd();
            }
        }
        for (TcpProxy proxy : proxies.values()) {
            // or else a server would not learn that its client is gone
            proxy.become(TcpProxy.Mode.REFUSE).become(TcpProxy.Mode.PASS);
        }
    }

    /** What all children have printed. */
    String log() {
        return String.join("\n", children.stream().flatMap(child -> child.log().stream()).toList());
    }

    /** The audit, in order; append-only. */
    List<Event> events() {
        List<Event> events = places.get("pg").byHand().events();
        assertThat(events.subList(0, Math.min(seen.size(), events.size()))).as("I6: events are only ever appended")
                .isEqualTo(seen);
        seen = events;
        return events;
    }

    /** The last event of a change, or null. */
    Event last(String change) {
        return events().stream().filter(event -> event.changeId().equals(change)).reduce((first, second) -> second)
                .orElse(null);
    }

    boolean isApplied(String change) {
        Event last = last(change);
        return last != null && last.state().isApplied();
    }

    List<Effect> effects() {
        List<Effect> effects = new ArrayList<>(broker.effects());
        places.values().forEach(place -> effects.addAll(place.effects()));
        try {
            effects.addAll(Effect.inFile(folder.path().resolve("effects.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return effects.stream().filter(effect -> !effect.changeId().equals(HostilePast.FOREIGN)).toList();
    }

    long letters() {
        return past.letters().filter("Our new checkout is here"::equals).count();
    }

    @Override
    public void close() {
        children.forEach(Child::close);
        proxies.values().forEach(TcpProxy::close);
        past.close();
        places.values().forEach(Place::close);
        broker.close();
        folder.delete();
    }
}
