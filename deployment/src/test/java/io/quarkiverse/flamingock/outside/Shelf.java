package io.quarkiverse.flamingock.outside;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.quarkiverse.flamingock.spi.ChangeCall;
import io.quarkiverse.flamingock.spi.ChangeTarget;
import io.quarkiverse.flamingock.spi.Claim;
import io.quarkiverse.flamingock.spi.Marker;
import io.quarkiverse.flamingock.spi.Markers;
import io.quarkiverse.flamingock.spi.Outcome;
import io.quarkiverse.flamingock.spi.Work;

/** A target system with transactions, in memory. It supplies a {@link Books}. */
public class Shelf implements ChangeTarget {

    /** What is on it, for its changes. */
    public record Books(List<String> titles) {
    }

    private final String id;
    private final List<String> titles = new ArrayList<>();
    private final Map<String, Marker> markers = new HashMap<>();

    public Shelf(String id) {
        this.id = id;
    }

    public synchronized List<String> titles() {
        return List.copyOf(titles);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean transactional() {
        return true;
    }

    @Override
    public boolean supplies(Class<?> type, String name) {
        return type == Books.class && name == null;
    }

    @Override
    public synchronized Markers fence(Claim claim, String service) {
        return Markers.kept(markers);
    }

    @Override
    public synchronized Outcome execute(ChangeCall execution, Work work) {
        Books books = new Books(new ArrayList<>(titles));
        try {
            work.run((type, name) -> type == Books.class && name == null ? books : null);
        } catch (Exception e) {
            return Outcome.notApplied(e);
        }
        titles.clear();
        titles.addAll(books.titles());
        markers.put(execution.changeId(),
                new Marker(execution.changeId(), execution.token(), execution.checksum(), Marker.State.APPLIED));
        return Outcome.APPLIED;
    }
}
