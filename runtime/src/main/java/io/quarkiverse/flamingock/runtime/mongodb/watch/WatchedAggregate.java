package io.quarkiverse.flamingock.runtime.mongodb.watch;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

import org.bson.BsonValue;
import org.bson.Document;
import org.bson.conversions.Bson;

import com.mongodb.ExplainVerbosity;
import com.mongodb.client.AggregateIterable;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.MongoIterable;
import com.mongodb.client.cursor.TimeoutMode;
import com.mongodb.client.model.Collation;

/**
 * An aggregation that writes what it finds. One that replaces a collection has an effect; of one that merges nobody knows.
 *
 * @param <T> the class of what it gives
 */
final class WatchedAggregate<T> implements AggregateIterable<T> {

    private final Operations operations;
    private final ClientSession session;
    private final AggregateIterable<T> delegate;
    private final Effect effect;

    WatchedAggregate(Operations operations, ClientSession given, List<? extends Bson> pipeline,
            Function<ClientSession, AggregateIterable<T>> aggregate) {
        this.operations = operations;
        this.session = given == null ? operations.watched() : given;
        this.delegate = aggregate.apply(operations.own(session));
        this.effect = "$out".equals(Command.writingStage(pipeline)) ? Effect.CERTAIN : Effect.POSSIBLE;
    }

    static boolean writes(List<? extends Bson> pipeline) {
        return Command.writingStage(pipeline) != null;
    }

    @Override
    public void toCollection() {
        operations.define(session, Extent.PARTS, own -> delegate.toCollection(), effect);
    }

    @Override
    public MongoCursor<T> iterator() {
        return operations.parts(session, own -> delegate.iterator(), done -> effect);
    }

    @Override
    public MongoCursor<T> cursor() {
        return operations.parts(session, own -> delegate.cursor(), done -> effect);
    }

    @Override
    public T first() {
        return operations.parts(session, own -> delegate.first(), done -> effect);
    }

    @Override
    public <U> MongoIterable<U> map(com.mongodb.Function<T, U> mapper) {
        operations.watch().unseen();
        return delegate.map(mapper);
    }

    @Override
    public <A extends Collection<? super T>> A into(A target) {
        return operations.parts(session, own -> delegate.into(target), done -> effect);
    }

    @Override
    public void forEach(Consumer<? super T> action) {
        try (MongoCursor<T> cursor = iterator()) {
            cursor.forEachRemaining(action);
        }
    }

    private AggregateIterable<T> with(AggregateIterable<T> set) {
        // The driver's are set in place.
        return this;
    }

    @Override
    public AggregateIterable<T> allowDiskUse(Boolean allowDiskUse) {
        return with(delegate.allowDiskUse(allowDiskUse));
    }

    @Override
    public AggregateIterable<T> batchSize(int batchSize) {
        return with(delegate.batchSize(batchSize));
    }

    @Override
    public AggregateIterable<T> timeoutMode(TimeoutMode timeoutMode) {
        return with(delegate.timeoutMode(timeoutMode));
    }

    @Override
    public AggregateIterable<T> maxTime(long maxTime, TimeUnit timeUnit) {
        return with(delegate.maxTime(maxTime, timeUnit));
    }

    @Override
    public AggregateIterable<T> maxAwaitTime(long maxAwaitTime, TimeUnit timeUnit) {
        return with(delegate.maxAwaitTime(maxAwaitTime, timeUnit));
    }

    @Override
    public AggregateIterable<T> bypassDocumentValidation(Boolean bypassDocumentValidation) {
        return with(delegate.bypassDocumentValidation(bypassDocumentValidation));
    }

    @Override
    public AggregateIterable<T> collation(Collation collation) {
        return with(delegate.collation(collation));
    }

    @Override
    public AggregateIterable<T> comment(String comment) {
        return with(delegate.comment(comment));
    }

    @Override
    public AggregateIterable<T> comment(BsonValue comment) {
        return with(delegate.comment(comment));
    }

    @Override
    public AggregateIterable<T> hint(Bson hint) {
        return with(delegate.hint(hint));
    }

    @Override
    public AggregateIterable<T> hintString(String hint) {
        return with(delegate.hintString(hint));
    }

    @Override
    public AggregateIterable<T> let(Bson variables) {
        return with(delegate.let(variables));
    }

    @Override
    public Document explain() {
        return delegate.explain();
    }

    @Override
    public Document explain(ExplainVerbosity verbosity) {
        return delegate.explain(verbosity);
    }

    @Override
    public <E> E explain(Class<E> explainResultClass) {
        return delegate.explain(explainResultClass);
    }

    @Override
    public <E> E explain(Class<E> explainResultClass, ExplainVerbosity verbosity) {
        return delegate.explain(explainResultClass, verbosity);
    }
}
