package io.quarkiverse.flamingock.runtime.start;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.inject.Instance;

import io.quarkiverse.flamingock.spi.Redactor;
import io.quarkus.arc.InjectableBean;

/**
 * The application's redactors, those with the highest {@code @Priority} first. They are made when there is an error.
 */
final class RedactorBeans implements Supplier<List<Redactor>> {

    private final Instance<Redactor> beans;

    RedactorBeans(Instance<Redactor> beans) {
        this.beans = beans;
    }

    @Override
    public List<Redactor> get() {
        List<Instance.Handle<Redactor>> handles = new ArrayList<>();
        beans.handles().forEach(handles::add);
        handles.sort(Comparator.comparingInt(RedactorBeans::priority).reversed());
        return handles.stream().<Redactor> map(Instance.Handle::get).toList();
    }

    private static int priority(Instance.Handle<Redactor> handle) {
        return handle.getBean() instanceof InjectableBean<?> bean ? bean.getPriority() : 0;
    }
}
