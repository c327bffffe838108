package io.quarkiverse.flamingock.runtime.mongodb.target;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

import com.mongodb.MongoException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;

/**
 * A client whose sessions commit as a test wants it.
 */
final class FaultyCommits {

    /** What a commit does. */
    interface Commit {
        void commit(ClientSession session) throws Exception;
    }

    private FaultyCommits() {
    }

    static MongoClient client(MongoClient client, Commit commit) {
        return proxy(MongoClient.class, client, (method, arguments, result) -> method.getName().equals("startSession")
                ? session((ClientSession) result.get(), commit)
                : result.get());
    }

    static MongoException error(String label) {
        MongoException error = new MongoException("the answer was lost");
        error.addLabel(label);
        return error;
    }

    private static ClientSession session(ClientSession session, Commit commit) {
        return proxy(ClientSession.class, session, (method, arguments, result) -> {
            if (method.getName().equals("commitTransaction")) {
                commit.commit(session);
                return null;
            }
            return result.get();
        });
    }

    interface Result {
        Object get() throws Throwable;
    }

    interface Interception {
        Object call(Method method, Object[] arguments, Result result) throws Throwable;
    }

    static <T> T proxy(Class<T> type, T delegate, Interception interception) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                (proxy, method, arguments) -> interception.call(method, arguments, () -> {
                    try {
                        return method.invoke(delegate, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                })));
    }
}
