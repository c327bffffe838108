package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A fresh database and an empty directory, and the processes that were let loose on them.
 */
final class World implements AutoCloseable {

    /** Long enough for a loaded machine, short enough to wait for. */
    static final String LEASE = "5S";

    private static final String SECRET = Subject.SECRET;

    final Store store;
    final Variant variant;
    final Place place;
    private final String database = "w" + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), 36);
    private final Folder folder = new Folder();
    private final List<Child> children = new ArrayList<>();
    private String targetUrl;
    private String storeUrl;
    private List<Event> seen = List.of();
    private final Map<String, Integer> resolutions = new HashMap<>();
    private final Set<String> committedThemselves = new HashSet<>();
    private final Set<String> passedOver = new HashSet<>();

    World(Store store) {
        this(store, Variant.TOGETHER);
    }

    World(Store store, Variant variant) {
        this.store = store;
        this.variant = variant;
        this.place = store.create(database);
        this.targetUrl = place.url();
        this.storeUrl = targetUrl;
    }

    /** From now on children reach the target system through this proxy. */
    World targetThrough(TcpProxy proxy) {
        targetUrl = place.impatient(proxy.through(url()));
        return this;
    }

    /** From now on children reach the audit store through this proxy. */
    World storeThrough(TcpProxy proxy) {
        storeUrl = place.impatient(proxy.through(url()));
        return this;
    }

    /** From now on children may only read the audit store. */
    World storeReadOnly() {
        storeUrl = place.readOnly();
        return this;
    }

    /** From now on children reach both without a proxy. */
    World direct() {
        place.direct();
        targetUrl = url();
        storeUrl = targetUrl;
        return this;
    }

    /** What children reach without a proxy. */
    String url() {
        return place.url();
    }

    String database() {
        return database;
    }

    Child start(String... properties) {
        return start(variant, Map.of(), properties);
    }

    Child start(Variant application, Map<String, String> environment, String... properties) {
        Launch launch = Launch.of(application.application(store), first -> {
            try (World world = new World(store, application)) {
                return world.start(first, application, Map.of()).awaitEnd();
            }
        });
        return start(launch, application, environment, properties);
    }

    private Child start(Launch launch, Variant application, Map<String, String> environment, String... properties) {
        List<String> options = new ArrayList<>(List.of("-Dfaults.directory=" + folder.path(),
                "-Dquarkus.flamingock.lock.lease=" + LEASE, "-Dquarkus.flamingock.lock.takeover-grace=1S"));
        options.addAll(place.options(targetUrl, application == Variant.APART ? storeUrl : null));
        for (String property : properties) {
            options.add(property.startsWith("-") ? property : "-D" + property);
        }
        Child child = Child.start(launch.command(options), environment);
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    Child.Ended run(String... properties) throws InterruptedException {
        return ended(start(properties));
    }

    /** Waits for the end, and looks at what it left. */
    Child.Ended ended(Child child) throws InterruptedException {
        Child.Ended ended = child.awaitEnd();
        assertThat(ended.text()).as("I9: a planted secret is not in the log").doesNotContain(SECRET);
        return ended;
    }

    /** A start that must end well. */
    Child.Ended mustStart(String... properties) throws InterruptedException {
        Child.Ended ended = run(properties);
        assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isZero();
        return ended;
    }

    /** A start that must end with an error. */
    Child.Ended mustFail(String... properties) throws InterruptedException {
        Child.Ended ended = run(properties);
        assertThat(ended.exit()).as("exit code:%n%s", ended.text()).isEqualTo(1);
        return ended;
    }

    /** A start that must die at a failpoint. */
    Child.Ended mustDieAt(String failpoint, String... properties) throws InterruptedException {
        List<String> all = new ArrayList<>(List.of(properties));
        all.add("flamingock.failpoint=" + failpoint + ":halt");
        Child.Ended ended = run(all.toArray(String[]::new));
        assertThat(ended.exit()).as("should have died at %s:%n%s", failpoint, ended.text()).isEqualTo(137);
        return ended;
    }

    /** A person looks at the last trace of the change and says what they found. */
    void resolve(String changeId) throws InterruptedException {
        resolutions.merge(changeId, 1, Integer::sum);
        List<Effect> traces = effects().stream().filter(effect -> effect.changeId().equals(changeId)).toList();
        boolean there = !traces.isEmpty() && traces.get(traces.size() - 1).isDone(changeId);
        mustStart("quarkus.flamingock.fix.change-id=" + changeId,
                "quarkus.flamingock.fix.resolution=" + (there ? "EXECUTED" : "ROLLED_BACK"));
    }

    /** The change itself ended its transaction, so that nothing holds its effects together. */
    void committedByItself(String changeId) {
        committedThemselves.add(changeId);
    }

    /** Runs are told to go on with other target systems although a change of this one is an issue. */
    void passOver(String target) {
        passedOver.add(target);
    }

    boolean isPassedOver(String target) {
        return passedOver.contains(target);
    }

    /** Lets a change end that waits for it. */
    void tell() {
        folder.write("go-on");
    }

    boolean hasCommittedItself(String changeId) {
        return committedThemselves.contains(changeId);
    }

    /** How often a person has settled a change. */
    int resolutions(String changeId) {
        return resolutions.getOrDefault(changeId, 0);
    }

    List<Effect> effects() {
        try {
            List<Effect> effects = new ArrayList<>(place.effects());
            effects.addAll(Effect.inFile(folder.path().resolve("effects.txt")));
            return effects;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What changes over several systems left in the other one. */
    List<Effect> elsewhere() {
        try {
            return Effect.inFile(folder.path().resolve("elsewhere.txt"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The audit, in order. What was there once must be there for ever, and unchanged. */
    List<Event> events() {
        List<Event> events = place.byHand().events();
        assertThat(events.subList(0, Math.min(seen.size(), events.size()))).as("I6: events are only ever appended")
                .isEqualTo(seen);
        seen = events;
        return events;
    }

    /** After the audit store was changed by hand on purpose. */
    void forgetSeenEvents() {
        seen = List.of();
    }

    List<String> logs() {
        synchronized (children) {
            return children.stream().map(child -> String.join("\n", child.log())).toList();
        }
    }

    @Override
    public void close() {
        synchronized (children) {
            children.forEach(Child::close);
        }
        place.close();
        folder.delete();
    }
}
