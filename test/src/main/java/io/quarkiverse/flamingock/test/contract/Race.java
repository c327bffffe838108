package io.quarkiverse.flamingock.test.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/**
 * Lets threads do something at the same moment.
 */
public final class Race {

    private Race() {
    }

    /**
     * @param threads how many threads
     * @param work what each does, by its number from 0
     * @return what each returned, by its number
     */
    public static <T> List<T> run(int threads, IntFunction<T> work) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                Callable<T> runner = () -> {
                    start.await();
                    return work.apply(number);
                };
                futures.add(executor.submit(runner));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
