package io.quarkiverse.flamingock.runtime.mongodb.fence;

import java.util.ArrayList;
import java.util.List;

import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

import io.quarkiverse.flamingock.error.LockLostException;
import io.quarkiverse.flamingock.spi.ChangeCall;

/**
 * The sessions of one execution without a transaction, which are named in the fence before they are used: whoever takes over
 * can tell then whether something is still at work.
 */
public final class AtWork {

    static final String FIELD = "atWork";
    static final String TOKEN = "token";
    static final String SERVICE = "service";
    static final String CHANGE_ID = "changeId";
    static final String SESSIONS = "sessions";

    private final MongoFence fence;
    private final ChangeCall execution;
    private final List<BsonValue> sessions = new ArrayList<>();
    private LockLostException lost;

    /**
     * @param fence the fence of the target system
     * @param execution the execution
     */
    public AtWork(MongoFence fence, ChangeCall execution) {
        this.fence = fence;
        this.execution = execution;
    }

    /**
     * @param session what the server knows a session by that is going to be used
     * @throws LockLostException when a newer token was seen
     * @throws com.mongodb.MongoException when it can't be noted
     */
    public synchronized void note(BsonDocument session) {
        sessions.add(session);
        BsonDocument note = new BsonDocument(TOKEN, new BsonInt64(execution.token()))
                .append(SERVICE, new BsonString(execution.service()))
                .append(CHANGE_ID, new BsonString(execution.changeId()))
                .append(SESSIONS, new BsonArray(sessions));
        if (!fence.note(execution.token(), FIELD, note)) {
            lost = fence.lost(execution.token());
            throw lost;
        }
    }

    /**
     * @return how the loss of the lock was noticed; null where it was not
     */
    public synchronized LockLostException lost() {
        return lost;
    }
}
