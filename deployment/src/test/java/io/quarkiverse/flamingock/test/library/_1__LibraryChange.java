package io.quarkiverse.flamingock.test.library;

import java.util.concurrent.atomic.AtomicReference;

import io.quarkiverse.flamingock.Apply;
import io.quarkiverse.flamingock.Change;

@Change(id = "library", author = "library")
public class _1__LibraryChange {

    @Apply
    public void apply(LibraryBean bean, AtomicReference<String> said) {
        said.set(bean.hello());
    }
}
