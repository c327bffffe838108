package io.quarkiverse.flamingock.test.shop;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Singleton;

/** What the changes say when they are called. */
@Singleton
public class Calls {

    private final List<String> calls = new CopyOnWriteArrayList<>();

    public void add(String call) {
        calls.add(call);
    }

    public List<String> drain() {
        List<String> drained = List.copyOf(calls);
        calls.clear();
        return drained;
    }
}
