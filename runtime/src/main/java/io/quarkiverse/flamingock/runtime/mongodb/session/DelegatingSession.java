package io.quarkiverse.flamingock.runtime.mongodb.session;

import org.bson.BsonDocument;
import org.bson.BsonTimestamp;

import com.mongodb.ClientSessionOptions;
import com.mongodb.ServerAddress;
import com.mongodb.TransactionOptions;
import com.mongodb.client.ClientSession;
import com.mongodb.internal.TimeoutContext;
import com.mongodb.session.ServerSession;

/**
 * Passes on everything that has nothing to do with the end of the transaction, for the driver.
 */
public abstract class DelegatingSession implements ClientSession {

    private final ClientSession delegate;

    /**
     * @param delegate the session of the driver
     */
    protected DelegatingSession(ClientSession delegate) {
        this.delegate = delegate;
    }

    /**
     * @return the session of the driver
     */
    protected final ClientSession session() {
        return delegate;
    }

    @Override
    public ServerAddress getPinnedServerAddress() {
        return delegate.getPinnedServerAddress();
    }

    @Override
    public Object getTransactionContext() {
        return delegate.getTransactionContext();
    }

    @Override
    public void setTransactionContext(ServerAddress address, Object transactionContext) {
        delegate.setTransactionContext(address, transactionContext);
    }

    @Override
    public void clearTransactionContext() {
        delegate.clearTransactionContext();
    }

    @Override
    public BsonDocument getRecoveryToken() {
        return delegate.getRecoveryToken();
    }

    @Override
    public void setRecoveryToken(BsonDocument recoveryToken) {
        delegate.setRecoveryToken(recoveryToken);
    }

    @Override
    public ClientSessionOptions getOptions() {
        return delegate.getOptions();
    }

    @Override
    public boolean isCausallyConsistent() {
        return delegate.isCausallyConsistent();
    }

    @Override
    public Object getOriginator() {
        return delegate.getOriginator();
    }

    @Override
    public ServerSession getServerSession() {
        return delegate.getServerSession();
    }

    @Override
    public BsonTimestamp getOperationTime() {
        return delegate.getOperationTime();
    }

    @Override
    public void advanceOperationTime(BsonTimestamp operationTime) {
        delegate.advanceOperationTime(operationTime);
    }

    @Override
    public void advanceClusterTime(BsonDocument clusterTime) {
        delegate.advanceClusterTime(clusterTime);
    }

    @Override
    public void setSnapshotTimestamp(BsonTimestamp snapshotTimestamp) {
        delegate.setSnapshotTimestamp(snapshotTimestamp);
    }

    @Override
    public BsonTimestamp getSnapshotTimestamp() {
        return delegate.getSnapshotTimestamp();
    }

    @Override
    public BsonDocument getClusterTime() {
        return delegate.getClusterTime();
    }

    @Override
    public TimeoutContext getTimeoutContext() {
        return delegate.getTimeoutContext();
    }

    @Override
    public boolean hasActiveTransaction() {
        return delegate.hasActiveTransaction();
    }

    @Override
    public boolean notifyMessageSent() {
        return delegate.notifyMessageSent();
    }

    @Override
    public void notifyOperationInitiated(Object operation) {
        delegate.notifyOperationInitiated(operation);
    }

    @Override
    public TransactionOptions getTransactionOptions() {
        return delegate.getTransactionOptions();
    }
}
