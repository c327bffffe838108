package io.quarkiverse.flamingock.runtime.mongodb.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoSecurityException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;

import io.quarkiverse.flamingock.error.AuditStoreUnavailableException;
import io.quarkiverse.flamingock.error.TargetSystemUnavailableException;
import io.quarkiverse.flamingock.runtime.mongodb.store.MongoAuditStore;
import io.quarkiverse.flamingock.runtime.mongodb.target.MongoTargetSystem;
import io.quarkiverse.flamingock.test.contract.Claims;

/** What is told of a MongoDB that can't be used. */
class TroubleTest {

    private static final String NOWHERE = "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=300";
    private static final String UNREACHABLE = "Nothing answers at 127.0.0.1:1, or it takes no connections yet. Check the"
            + " connection string or the hosts of the client, and the server; where that comes up later than this application,"
            + " set quarkus.flamingock.connect-retries, and the start waits for it";

    private static Server server(MongoClient client) {
        return new Server(client, "shop", new CollectionNames("flamingock_"));
    }

    @Test
    void nothingAnswers() {
        try (MongoClient client = MongoClients.create(NOWHERE)) {
            Server server = server(client);
            MongoAuditStore store = new MongoAuditStore("MongoDB client users", server, true, new AuditSession(server));
            AuditStoreUnavailableException error = catchThrowableOfType(AuditStoreUnavailableException.class,
                    () -> store.head("shop"));
            assertThat(error).hasMessageEndingWith(UNREACHABLE);
            assertThat(error.awaited()).isEqualTo("MongoDB at 127.0.0.1:1");

            TargetSystemUnavailableException target = catchThrowableOfType(TargetSystemUnavailableException.class,
                    () -> MongoTargetSystem.of("users", client, "shop").fence(Claims.of(1), "shop"));
            assertThat(target).hasMessageEndingWith(UNREACHABLE);
            assertThat(target.awaited()).isEqualTo("MongoDB at 127.0.0.1:1");
        }
    }

    @Test
    void whatDoesNotPassIsNotWaitedFor() {
        try (MongoClient client = MongoClients.create(NOWHERE)) {
            Trouble password = new Trouble(new MongoSecurityException(
                    MongoCredential.createCredential("ada", "admin", "any".toCharArray()), "no"), server(client));
            assertThat(password.advice("x")).isEqualTo("The server does not let this user in. Correct the user, the password or"
                    + " the authentication source of the client; that is not waited for");
            assertThat(password.awaited()).isNull();
            Trouble rights = new Trouble(refused(13), server(client));
            assertThat(rights.advice("its user may list"))
                    .isEqualTo("This user lacks a right. Check that its user may list; the"
                            + " role readWrite of database shop has all of them");
            assertThat(rights.awaited()).isNull();
            Trouble readOnly = new Trouble(refused(10107), server(client));
            assertThat(readOnly.advice("x"))
                    .isEqualTo("The server that answers takes no writes, and no primary is known. Let the"
                            + " client name the replica set");
            assertThat(readOnly.awaited()).isNull();
            assertThat(new Trouble(refused(1), server(client)).advice("x"))
                    .isEqualTo("Check that MongoDB can be reached and that x");
        }
    }

    private static MongoCommandException refused(int code) {
        return new MongoCommandException(BsonDocument.parse("{ok: 0, code: " + code + ", errmsg: 'no'}"), new ServerAddress());
    }
}
