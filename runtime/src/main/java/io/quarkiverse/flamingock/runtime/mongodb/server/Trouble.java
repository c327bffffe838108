package io.quarkiverse.flamingock.runtime.mongodb.server;

import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;

import com.mongodb.MongoException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.connection.ServerDescription;

/**
 * Why MongoDB can't be used, as far as its error tells, and what to do about it.
 *
 * @param error what an operation has met
 * @param server where it was sent
 */
public record Trouble(RuntimeException error, Server server) {

    private static final int AUTHENTICATION_FAILED = 18;
    private static final int UNAUTHORIZED = 13;
    private static final List<Integer> NOT_WRITABLE = List.of(10107, 13435, 11602);
    /** Of causes, each within the one before. */
    private static final int DEEPEST = 20;

    /**
     * @return what a start may wait for; null where waiting does not help
     */
    public String awaited() {
        return isUnreachable() ? "MongoDB at " + hosts() : null;
    }

    /**
     * @param rights what its user must be allowed, as the end of a sentence
     * @return what to do, as a sentence without its full stop
     */
    public String advice(String rights) {
        if (isWrongPassword()) {
            return "The server does not let this user in. Correct the user, the password or the authentication source of the"
                    + " client; that is not waited for";
        }
        if (isUnreachable()) {
            return "Nothing answers at " + hosts()
                    + ", or it takes no connections yet. Check the connection string or the hosts"
                    + " of the client, and the server; where that comes up later than this application, set"
                    + " quarkus.flamingock.connect-retries, and the start waits for it";
        }
        int code = code();
        if (NOT_WRITABLE.contains(code)) {
            return "The server that answers takes no writes, and no primary is known. Let the client name the replica set";
        }
        if (code == UNAUTHORIZED) {
            return "This user lacks a right. Check that " + rights + "; the role readWrite of database " + server.database()
                    + " has all of them";
        }
        return "Check that MongoDB can be reached and that " + rights;
    }

    private boolean isWrongPassword() {
        return code() == AUTHENTICATION_FAILED || any(error, MongoSecurityException.class)
                || descriptions().stream().anyMatch(each -> any(each.getException(), MongoSecurityException.class));
    }

    /** The driver has waited for a server itself, for {@code serverSelectionTimeoutMS}, and says so in one text. */
    private boolean isUnreachable() {
        if (isWrongPassword() || !(error instanceof MongoTimeoutException) && !any(error, MongoSocketOpenException.class)) {
            return false;
        }
        return any(error, MongoSocketOpenException.class) || descriptions().stream().map(ServerDescription::getException)
                .anyMatch(met -> any(met, SocketException.class) || any(met, UnknownHostException.class));
    }

    private int code() {
        return error instanceof MongoException mongo ? mongo.getCode() : 0;
    }

    private List<ServerDescription> descriptions() {
        return server.client().getClusterDescription().getServerDescriptions();
    }

    private String hosts() {
        List<ServerDescription> known = descriptions();
        return known.isEmpty() ? "its address"
                : known.stream().map(ServerDescription::getAddress).map(ServerAddress::toString).sorted()
                        .collect(Collectors.joining(", "));
    }

    private static boolean any(Throwable error, Class<? extends Throwable> kind) {
        Throwable each = error;
        for (int deep = 0; each != null && deep < DEEPEST; deep++) {
            if (kind.isInstance(each)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}
