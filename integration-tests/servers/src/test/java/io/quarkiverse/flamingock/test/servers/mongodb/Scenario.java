package io.quarkiverse.flamingock.test.servers.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonValue;

/**
 * Plays one scenario of the recording and compares what the server answers.
 */
final class Scenario implements AutoCloseable {

    /** Generous: only against hanging. */
    private static final int SECONDS = 120;

    private final String uri;
    private final String database;
    private final RawConnection outside;
    private final Map<String, RawSession> sessions = new HashMap<>();
    private final Map<String, CompletableFuture<BsonDocument>> started = new HashMap<>();

    Scenario(String uri, String database) throws IOException {
        this.uri = uri;
        this.database = database;
        this.outside = new RawConnection(uri);
    }

    void play(BsonDocument scenario) throws Exception {
        for (BsonValue given : scenario.getArray("given")) {
            BsonDocument command = given.asDocument().clone();
            BsonValue in = command.remove("$db");
            BsonDocument answer = outside.run(in == null ? database : in.asString().getValue(), command);
            assertThat(answer.getNumber("ok").intValue()).as("%s", answer).isOne();
        }
        int index = 0;
        for (BsonValue step : scenario.getArray("steps")) {
            index++;
            BsonDocument answer = step(step.asDocument());
            if (step.asDocument().containsKey("expect")) {
                Matching.check("step " + index, step.asDocument().get("expect"), answer);
            }
        }
    }

    private BsonDocument step(BsonDocument step) throws Exception {
        if (step.containsKey("start")) {
            RawConnection connection = new RawConnection(uri);
            started.put(text(step, "start"), CompletableFuture.supplyAsync(() -> {
                try (connection) {
                    return connection.run(in(step), step.getDocument("command"));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
            return null;
        }
        if (step.containsKey("stillWaiting")) {
            TimeUnit.MILLISECONDS.sleep(step.getNumber("afterMs").longValue());
            return new BsonDocument("waiting", BsonBoolean.valueOf(!started.get(text(step, "stillWaiting")).isDone()));
        }
        if (step.containsKey("await")) {
            return started.get(text(step, "await")).get(SECONDS, TimeUnit.SECONDS);
        }
        if (step.containsKey("sleepMs")) {
            TimeUnit.MILLISECONDS.sleep(step.getNumber("sleepMs").longValue());
            return null;
        }
        if (step.containsKey("closeConnectionOf")) {
            session(text(step, "closeConnectionOf")).cut();
            return null;
        }
        BsonDocument command = step.containsKey("command") ? withSessions(step.getDocument("command")) : null;
        return step.containsKey("session") ? session(text(step, "session")).run(step, in(step), command)
                : outside.run(in(step), command);
    }

    /** Letters stand for sessions where the sessions themselves are managed. */
    private BsonDocument withSessions(BsonDocument command) throws IOException {
        BsonDocument complete = command.clone();
        for (String name : List.of("killSessions", "endSessions")) {
            if (command.containsKey(name)) {
                BsonArray ids = new BsonArray();
                for (BsonValue letter : command.getArray(name)) {
                    ids.add(session(letter.asString().getValue()).id());
                }
                complete.put(name, ids);
            }
        }
        return complete;
    }

    private RawSession session(String letter) throws IOException {
        RawSession session = sessions.get(letter);
        if (session == null) {
            session = new RawSession(uri);
            sessions.put(letter, session);
        }
        return session;
    }

    private String in(BsonDocument step) {
        return step.containsKey("db") ? text(step, "db") : database;
    }

    private static String text(BsonDocument document, String field) {
        return document.getString(field).getValue();
    }

    @Override
    public void close() throws IOException {
        BsonArray ids = new BsonArray();
        for (RawSession session : sessions.values()) {
            ids.add(session.id());
            session.cut();
        }
        if (!ids.isEmpty()) {
            outside.run("admin", new BsonDocument("killSessions", ids));
        }
        outside.run("admin", new BsonDocument("setParameter", new BsonInt32(1))
                .append("transactionLifetimeLimitSeconds", new BsonInt64(60)));
        outside.run(database, new BsonDocument("dropDatabase", new BsonInt32(1)));
        outside.run("conf_other", new BsonDocument("dropDatabase", new BsonInt32(1)));
        outside.close();
    }
}
