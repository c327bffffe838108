package org.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The built application as a process of its own: the jar, or the native executable where that was built.
 */
final class Shop implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("started in ([0-9.]+)s\\. Listening on: (\\S+)");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final List<String> log = new ArrayList<>();
    private final CountDownLatch listeningOrEnded = new CountDownLatch(1);
    private final CompletableFuture<Void> reader;

    private Shop(Process process) {
        this.process = process;
        this.reader = CompletableFuture.runAsync(this::read);
    }

    static Shop start(Path data, Map<String, String> environment, String... options) throws IOException {
        Build build = Build.latest();
        List<String> command = new ArrayList<>();
        command.add(build.isExecutable() ? build.artifact().toString()
                : Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dquickstart.data=" + data);
        command.add("-Dquarkus.http.host=127.0.0.1");
        command.add("-Dquarkus.http.port=0"); // any free port; an option that follows wins
        command.addAll(List.of(options));
        if (!build.isExecutable()) {
            command.addAll(List.of("-jar", build.artifact().toString()));
        }
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Shop(builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                synchronized (log) {
                    log.add(line);
                }
                if (LISTENING.matcher(line).find()) {
                    listeningOrEnded.countDown();
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The log of the application broke off", e);
        } finally {
            listeningOrEnded.countDown();
        }
    }

    /**
     * @return what the application printed so far
     */
    List<String> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /**
     * @return this, now that HTTP requests are answered
     */
    Shop awaitListening() throws InterruptedException {
        assertThat(listeningOrEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("started or ended: %s", log()).isTrue();
        assertThat(log()).anyMatch(line -> LISTENING.matcher(line).find());
        return this;
    }

    /**
     * @return the seconds that the start took by the application's own account
     */
    String secondsToStart() {
        return listening().group(1);
    }

    String get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(listening().group(2) + path)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private Matcher listening() {
        return log().stream().map(LISTENING::matcher).filter(Matcher::find).findFirst().orElseThrow();
    }

    /**
     * @return the exit code of a run that ends by itself
     */
    int awaitExit() throws InterruptedException {
        assertThat(listeningOrEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("started or ended: %s", log()).isTrue();
        assertThat(log()).as("should have ended").noneMatch(line -> LISTENING.matcher(line).find());
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("ended: %s", log()).isTrue();
        reader.join();
        return process.exitValue();
    }

    /**
     * Stops it as an operator would, and waits until the database file is closed.
     */
    @Override
    public void close() throws InterruptedException {
        // of the handle, because that of the process closes the stream that is read
        process.toHandle().destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        reader.join();
    }
}
