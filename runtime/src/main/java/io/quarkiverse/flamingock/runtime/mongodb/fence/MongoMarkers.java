package io.quarkiverse.flamingock.runtime.mongodb.fence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.Document;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.result.UpdateResult;

import io.quarkiverse.flamingock.runtime.mongodb.server.Numbers;
import io.quarkiverse.flamingock.runtime.mongodb.server.Server;
import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ForeignMarker;
import io.quarkiverse.flamingock.spi.Marker;

/**
 * The markers behind a fence: a change's transaction writes its own as its last operation.
 *
 * @param server the database
 */
public record MongoMarkers(Server server) {

    private static final String SUFFIX = "marker";
    private static final String SERVICE = "service";
    private static final String CHANGE_ID = "changeId";
    private static final String TOKEN = "token";
    private static final String CHECKSUM = "checksum";
    private static final String STATE = "state";

    /**
     * @param service the name of an application
     * @return its markers by the ids of their changes
     */
    public Map<String, Marker> of(String service) {
        Map<String, Marker> markers = new HashMap<>();
        for (Document found : markers().find(Filters.eq(SERVICE, service))) {
            Marker marker = marker(found);
            markers.put(marker.changeId(), marker);
        }
        return markers;
    }

    /**
     * @param service the name of an application
     * @return the markers of all others, whatever the prefix of their collections
     */
    public List<ForeignMarker> others(String service) {
        List<ForeignMarker> found = new ArrayList<>();
        Set<String> names = server.collectionNames();
        for (String name : names) {
            String prefix = name.substring(0, Math.max(0, name.length() - SUFFIX.length()));
            if (!name.endsWith(SUFFIX) || !names.contains(prefix + "fence")) {
                continue;
            }
            boolean own = name.equals(server.names().marker());
            for (Document document : server.collection(name).find(own ? Filters.ne(SERVICE, service) : new Document())) {
                if (document.get(STATE) instanceof String && document.get(CHANGE_ID) instanceof String) {
                    found.add(new ForeignMarker(document.getString(SERVICE), prefix, name, marker(document)));
                }
            }
        }
        return found;
    }

    private static Marker marker(Document found) {
        return new Marker(found.getString(CHANGE_ID), Numbers.number(found, TOKEN), found.getString(CHECKSUM),
                Marker.State.valueOf(found.getString(STATE)));
    }

    /**
     * Replaces no other marker than the one that was seen.
     *
     * @param session the session of the change's transaction
     * @param execution what is applied once the transaction is committed
     * @return false where another marker is there, or was in the way of a first one
     */
    public boolean write(ClientSession session, ChangeCall execution) {
        Marker seen = execution.seen();
        Document id = id(execution);
        Document expected = seen == null ? id.append(TOKEN, new Document("$exists", false))
                : id.append(TOKEN, seen.token()).append(STATE, seen.state().name());
        try {
            UpdateResult result = server.inTransaction(server.names().marker()).updateOne(session, expected,
                    applied(execution), new UpdateOptions().upsert(seen == null));
            return result.getMatchedCount() == 1 || result.getUpsertedId() != null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    /**
     * @param execution an execution of a change
     * @return the marker of that change, null where there is none
     */
    public Marker find(ChangeCall execution) {
        Document found = markers().find(id(execution)).first();
        return found == null ? null : marker(found);
    }

    private static Document id(ChangeCall execution) {
        return new Document("_id", new Document(SERVICE, execution.service()).append(CHANGE_ID, execution.changeId()));
    }

    private static Document applied(ChangeCall execution) {
        return new Document("$set", new Document(SERVICE, execution.service()).append(CHANGE_ID, execution.changeId())
                .append(TOKEN, execution.token()).append(CHECKSUM, execution.checksum())
                .append(STATE, Marker.State.APPLIED.name()))
                .append("$currentDate", new Document("writtenAt", true));
    }

    private MongoCollection<Document> markers() {
        return server.collection(server.names().marker());
    }
}
