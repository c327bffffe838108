package org.acme.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The application as a process of its own. All waiting has a generous limit, only against hanging.
 */
final class Child implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 300;

    /** What is left of a child that has ended. */
    record Ended(int exit, List<String> log) {

        String text() {
            return String.join("\n", log);
        }

        /** One that was killed, by itself or by others. */
        boolean wasKilled() {
            return exit == 137;
        }
    }

    private final Process process;
    private final List<String> log = new ArrayList<>();
    private final Thread reader;
    private boolean ended;

    private Child(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "log of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static Child start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            return new Child(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.add(line);
                    log.notifyAll();
                }
            }
        } catch (IOException e) {
            // the process was killed
        } finally {
            synchronized (log) {
                ended = true;
                log.notifyAll();
            }
        }
    }

    List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the child has printed something. */
    Child awaitLine(String part) throws InterruptedException {
        return awaitLine(line -> line.contains(part), part);
    }

    /** As {@link #awaitLine(String)}, where it may not come to that. */
    void awaitLineOrEnd(String part) throws InterruptedException {
        synchronized (log) {
            while (!ended && log.stream().noneMatch(line -> line.contains(part))) {
                log.wait();
            }
        }
    }

    private Child awaitLine(Predicate<String> wanted, String what) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        synchronized (log) {
            while (log.stream().noneMatch(wanted)) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (ended || left <= 0) {
                    fail("'%s' was never printed:%n%s", what, String.join("\n", log));
                }
                log.wait(left);
            }
        }
        return this;
    }

    /** Waits until the child has stopped itself at a failpoint. */
    Child awaitStopped() throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 50; i++) {
            if (!process.isAlive()) {
                reader.join();
                fail("ended instead of stopping:%n%s", String.join("\n", log()));
            }
            if (state() == 'T') {
                return this;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return fail("never stopped:%n%s", String.join("\n", log()));
    }

    /** As {@link #awaitStopped()}, where it may not come to that. */
    boolean awaitStoppedOrEnd() throws InterruptedException {
        while (process.isAlive() && state() != 'T') {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return process.isAlive();
    }

    private char state() {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return stat.charAt(stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // it has ended, before the file was opened or before it was read
            return 'X';
        }
    }

    /** As {@code kill -9}. */
    Child kill() throws InterruptedException {
        return signal("KILL");
    }

    Child pause() throws InterruptedException {
        return signal("STOP");
    }

    Child goOn() throws InterruptedException {
        return signal("CONT");
    }

    Child terminate() throws InterruptedException {
        return signal("TERM");
    }

    private Child signal(String name) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended awaitEnd() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            fail("still running:%n%s", String.join("\n", log()));
        }
        reader.join();
        return new Ended(process.exitValue(), log());
    }

    /** Expects that it was killed. */
    Ended awaitKilled() throws InterruptedException {
        Ended dead = awaitEnd();
        assertThat(dead.exit()).as("exit code of a killed process:%n%s", dead.text()).isEqualTo(137);
        return dead;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
