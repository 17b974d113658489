package io.jenkins.plugins.azml.runner.cps;

import com.cloudbees.groovy.cps.impl.Caller;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Makes iterators and views of collections that can be saved, where a script asks for one. Found by Groovy as a category. */
public final class IteratorCategory {
    private IteratorCategory() {}

    public static <E> Iterator<E> iterator(List<E> list) {
        return new Itr<>(list);
    }

    public static <E> Iterator<E> iterator(Set<E> set) {
        return new Itr<>(new ArrayList<>(set));
    }

    public static <E> Iterator<E> iterator(E[] array) {
        return new Itr<>(Arrays.asList(array));
    }

    public static <E> Iterator<E> iterator(Deque<E> deque) {
        return new Itr<>(new ArrayList<>(deque));
    }

    public static <E> ListIterator<E> listIterator(List<E> list) {
        return fromScript(list, "listIterator") ? new ListItr<>(list, 0) : list.listIterator();
    }

    public static <E> ListIterator<E> listIterator(List<E> list, int index) {
        return Caller.isAsynchronous(list, "listIterator", index)
                ? new ListItr<>(list, index)
                : list.listIterator(index);
    }

    public static <K, V> Set<Map.Entry<K, V>> entrySet(Map<K, V> map) {
        if (!fromScript(map, "entrySet")) {
            return map.entrySet();
        }
        Set<Map.Entry<K, V>> entries = new LinkedHashSet<>();
        map.entrySet().forEach(entry -> entries.add(new AbstractMap.SimpleImmutableEntry<>(entry)));
        return entries;
    }

    public static <K, V> Set<Map.Entry<K, V>> entrySet(SortedMap<K, V> map) {
        return entrySet((Map<K, V>) map);
    }

    public static <K> Set<K> keySet(Map<K, ?> map) {
        return fromScript(map, "keySet") ? new LinkedHashSet<>(map.keySet()) : map.keySet();
    }

    public static <K> Set<K> keySet(SortedMap<K, ?> map) {
        return keySet((Map<K, ?>) map);
    }

    public static <V> Collection<V> values(Map<?, V> map) {
        return fromScript(map, "values") ? new ArrayList<>(map.values()) : map.values();
    }

    public static <V> Collection<V> values(SortedMap<?, V> map) {
        return values((Map<?, V>) map);
    }

    private static boolean fromScript(Object receiver, String method) {
        return Caller.isAsynchronous(receiver, method)
                || Caller.isAsynchronous(IteratorCategory.class, method, receiver);
    }

    /** An iterator by index: it can be saved where its list can. */
    private static class Itr<E> implements Iterator<E>, Serializable {
        private static final long serialVersionUID = 1L;

        final List<E> list;
        int cursor;
        int lastRet = -1;

        Itr(List<E> list) {
            this.list = list;
        }

        @Override
        public boolean hasNext() {
            return cursor != list.size();
        }

        @Override
        public E next() {
            if (cursor >= list.size()) {
                throw new NoSuchElementException();
            }
            lastRet = cursor++;
            return list.get(lastRet);
        }

        @Override
        public void remove() {
            if (lastRet < 0) {
                throw new IllegalStateException();
            }
            list.remove(lastRet);
            cursor -= lastRet < cursor ? 1 : 0;
            lastRet = -1;
        }
    }

    /** The same in both directions. */
    private static final class ListItr<E> extends Itr<E> implements ListIterator<E> {
        private static final long serialVersionUID = 1L;

        ListItr(List<E> list, int index) {
            super(list);
            cursor = index;
        }

        @Override
        public boolean hasPrevious() {
            return cursor != 0;
        }

        @Override
        public @Nullable E previous() {
            if (cursor == 0) {
                throw new NoSuchElementException();
            }
            lastRet = --cursor;
            return list.get(lastRet);
        }

        @Override
        public int nextIndex() {
            return cursor;
        }

        @Override
        public int previousIndex() {
            return cursor - 1;
        }

        @Override
        public void set(E element) {
            list.set(lastRet, element);
        }

        @Override
        public void add(E element) {
            list.add(cursor++, element);
            lastRet = -1;
        }
    }
}
