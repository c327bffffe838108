package io.quarkiverse.flamingock.runtime.mongodb.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCluster;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;

class SessionViewsTest {

    private final Recorded driver = new Recorded();
    private final ClientSession session = driver.of(ClientSession.class);
    private final SessionViews views = new SessionViews(session, "add-users", true);
    private final MongoClient client = views.client(driver.of(MongoClient.class));
    private final MongoDatabase database = views.database(driver.of(MongoDatabase.class));
    private final MongoCollection<Document> collection = database.getCollection("users");

    static Stream<Arguments> operations() {
        return Stream.of(MongoCluster.class, MongoDatabase.class, MongoCollection.class)
                .flatMap(type -> Arrays.stream(type.getMethods())).map(method -> Arguments.of(
                        method.getDeclaringClass().getSimpleName() + "." + method.getName() + "/" + method.getParameterCount(),
                        method));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void everyOperationBelongsToTheSessionOrIsRefused(String name, Method method) throws Throwable {
        Object view = view(method);
        driver.calls.clear();
        Object result = null;
        Throwable refusal = null;
        try {
            result = Recorded.call(method, view, views.session());
        } catch (UnsupportedOperationException e) {
            refusal = e;
        }

        if (refusal != null) {
            assertThat(refusal).hasMessageContaining(" of change add-users")
                    .hasMessageContaining("." + method.getName() + "(")
                    .hasMessageContaining(method.getName().equals("estimatedDocumentCount") ? "Call countDocuments()"
                            : "transactional = false");
            assertThat(driver.calls).isEmpty();
        } else if (method.getName().startsWith("with") || method.getName().startsWith("getDatabase")
                || method.getName().startsWith("getCollection")) {
            assertThat(result).isInstanceOfAny(BoundCluster.class, BoundDatabase.class, BoundCollection.class);
        } else if (!method.getName().startsWith("get")) {
            driver.calls.removeIf(call -> call.method().equals("withWriteConcern"));
            assertThat(driver.calls).hasSize(1);
            assertThat(driver.calls.get(0).method()).isEqualTo(method.getName());
            assertThat(driver.calls.get(0).arguments().get(0)).as("the driver's own session").isSameAs(session);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void anotherSessionIsRefused(String name, Method method) {
        if (!Arrays.asList(method.getParameterTypes()).contains(ClientSession.class)) {
            return;
        }
        ClientSession other = driver.of(ClientSession.class);
        driver.calls.clear();

        Throwable refusal = catchThrowable(() -> Recorded.call(method, view(method), other));
        assertThat(refusal).isInstanceOf(UnsupportedOperationException.class);
        assertThat(driver.calls).filteredOn(call -> !call.method().equals("withWriteConcern")).isEmpty();
    }

    @Test
    void theMessageSaysWhatToPass() {
        ClientSession other = driver.of(ClientSession.class);
        assertThatThrownBy(() -> collection.insertOne(other, new Document()))
                .hasMessage("MongoCollection.insertOne(…) is refused: it was given another session than that of change"
                        + " add-users and would stay when the change is undone. Pass the ClientSession that the change was"
                        + " given, or none at all");
    }

    @Test
    void indexesAreForChangesWithoutTransaction() {
        assertThatThrownBy(() -> collection.dropIndex("name"))
                .hasMessage("MongoCollection.dropIndex(…) is refused: it can't take part in the transaction of change"
                        + " add-users. Declare the change with transactional = false, or move this to one that is");
    }

    @Test
    void theFastCountIsRefused() {
        assertThatThrownBy(collection::estimatedDocumentCount).hasMessageEndingWith(
                "Call countDocuments() instead, which counts in the transaction");
    }

    @Test
    void theSessionCanNotBeEnded() throws ReflectiveOperationException {
        ClientSession own = views.session();
        List<Method> ends = Arrays.stream(ClientSession.class.getMethods()).filter(method -> Set
                .of("close", "startTransaction", "commitTransaction", "abortTransaction", "withTransaction")
                .contains(method.getName())).toList();
        assertThat(ends).hasSize(7);
        for (Method end : ends) {
            assertThatThrownBy(() -> Recorded.call(end, own, own)).hasMessageContaining("ClientSession." + end.getName() + "(")
                    .hasMessageContaining(") is refused: the session belongs to the transaction of change add-users; the"
                            + " extension commits it when the change returns, aborts it when the change throws, and closes it."
                            + " Leave the call out, or declare the change with transactional = false");
        }
        assertThat(driver.calls).filteredOn(call -> call.method().endsWith("Transaction")).isEmpty();
    }

    @Test
    void whatTheDriverAsksTheSessionIsPassedOn() throws Throwable {
        ClientSession own = views.session();
        for (Method method : ClientSession.class.getMethods()) {
            if (!method.getName().endsWith("ransaction") && !method.getName().equals("close")) {
                driver.calls.clear();
                Object[] nothing = new Object[method.getParameterCount()];
                method.invoke(own, nothing);
                assertThat(driver.calls).as(method.getName()).extracting(Recorded.Call::method)
                        .containsExactly(method.getName());
            }
        }
    }

    @Test
    void theClientCanNotBeClosed() {
        assertThatThrownBy(client::close).hasMessageStartingWith("MongoClient.close() is refused");
        assertThatThrownBy(client::startSession).hasMessageStartingWith("MongoClient.startSession() is refused");
        client.getClusterDescription();
        assertThat(driver.calls).extracting(Recorded.Call::method).contains("getClusterDescription");
    }

    @Test
    void pipelinesThatWriteAreRefused() {
        for (String stage : List.of("$out", "$merge")) {
            assertThatThrownBy(() -> collection.aggregate(List.of(new Document(stage, "copy"))))
                    .hasMessageStartingWith("MongoCollection.aggregate(…) with " + stage + " is refused");
            assertThatThrownBy(() -> database.runCommand(
                    new Document("aggregate", "users").append("pipeline", List.of(new Document(stage, "copy")))))
                    .hasMessageStartingWith("MongoDatabase.runCommand(…) with aggregate with " + stage + " is refused");
        }
    }

    @Test
    void commandsThatTransactionsForbidAreRefused() {
        for (String command : List.of("count", "dropIndexes", "drop", "listCollections", "collMod", "commitTransaction")) {
            assertThatThrownBy(() -> database.runCommand(new Document(command, "users")))
                    .hasMessageStartingWith("MongoDatabase.runCommand(…) with " + command + " is refused");
        }
    }

    @Test
    void collectionsAreCreatedWhereTheServerCan() {
        database.createCollection("users");
        database.runCommand(new Document("create", "users"));
        collection.createIndex(new Document("name", 1));
        assertThat(driver.calls).extracting(Recorded.Call::method).contains("createCollection", "runCommand", "createIndex");

        MongoDatabase old = new SessionViews(session, "add-users", false).database(driver.of(MongoDatabase.class));
        assertThatThrownBy(() -> old.createCollection("users")).hasMessageStartingWith(
                "MongoDatabase.createCollection(…) on a server before MongoDB 4.4 is refused");
        assertThatThrownBy(() -> old.runCommand(new Document("create", "users"))).hasMessageStartingWith(
                "MongoDatabase.runCommand(…) with create on a server before MongoDB 4.4 is refused");
        assertThatThrownBy(() -> old.runCommand(new Document("createIndexes", "users"))).hasMessageStartingWith(
                "MongoDatabase.runCommand(…) with createIndexes on a server before MongoDB 4.4 is refused");
        assertThatThrownBy(() -> old.getCollection("users").createIndex(new Document("name", 1)))
                .hasMessage("MongoCollection.createIndex(…) on a server before MongoDB 4.4 is refused: it can't take part in"
                        + " the transaction of change add-users. Declare the change with transactional = false, or move this to"
                        + " one that is");
    }

    private Object view(Method method) {
        return method.getDeclaringClass() == MongoCollection.class ? collection
                : method.getDeclaringClass() == MongoDatabase.class ? database : client;
    }
}
