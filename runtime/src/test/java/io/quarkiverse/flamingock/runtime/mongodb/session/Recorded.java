package io.quarkiverse.flamingock.runtime.mongodb.session;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.bson.Document;

import com.mongodb.client.ClientSession;

/**
 * Stands in for objects of the driver and notes what they are asked.
 */
final class Recorded {

    /** A call of the driver, and its arguments. */
    record Call(String method, List<Object> arguments) {
    }

    final List<Call> calls = new ArrayList<>();

    <T> T of(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type }, (proxy, method, arguments) -> {
            if (method.getDeclaringClass() == Object.class) {
                return method.getName().equals("equals") ? (Object) (proxy == arguments[0])
                        : method.getName().equals("hashCode") ? (Object) System.identityHashCode(proxy) : type.getSimpleName();
            }
            calls.add(new Call(method.getName(), arguments == null ? List.of() : Arrays.asList(arguments)));
            Class<?> result = method.getReturnType();
            return result.isInterface() && !result.equals(List.class) ? of(result)
                    : result == long.class ? (Object) 0L : result == boolean.class ? (Object) false : null;
        }));
    }

    /** Calls a method with something for each parameter. */
    static Object call(Method method, Object on, ClientSession session) throws Throwable {
        List<Object> arguments = new ArrayList<>();
        for (Class<?> type : method.getParameterTypes()) {
            arguments.add(type == ClientSession.class ? session
                    : type == String.class ? "x"
                            : type == long.class ? (Object) 1L
                                    : type == List.class ? List.of()
                                            : type.getSimpleName().equals("Bson") ? new Document("find", "c") : null);
        }
        try {
            return method.invoke(on, arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
