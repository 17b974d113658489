package org.jenkinsci.plugins.workflow.support.steps.build;

import java.io.Serializable;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.collections.KeyValue;

/** What started a build, as a script sees it: by its keys alone, since the entries are of a class that the sandbox refuses. */
final class CauseMap extends AbstractMap<String, Object> implements Serializable {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Object> facts;

    CauseMap(Map<String, Object> facts) {
        this.facts = new LinkedHashMap<>(facts);
    }

    static List<Map<String, Object>> of(List<Map<String, Object>> causes) {
        return causes.stream().<Map<String, Object>>map(CauseMap::new).toList();
    }

    @Override
    public Set<String> keySet() {
        return facts.keySet();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return facts.entrySet().stream()
                        .<Entry<String, Object>>map(fact -> new Pair(fact.getKey(), fact.getValue()))
                        .iterator();
            }

            @Override
            public int size() {
                return facts.size();
            }
        };
    }

    /** The sandbox finds what a superclass implements before what the class does. */
    private abstract static class Keyed implements KeyValue {
        private final String key;
        private final Object value;

        Keyed(String key, Object value) {
            this.key = key;
            this.value = value;
        }

        @Override
        public String getKey() {
            return key;
        }

        @Override
        public Object getValue() {
            return value;
        }
    }

    private static final class Pair extends Keyed implements Entry<String, Object> {
        Pair(String key, Object value) {
            super(key, value);
        }

        @Override
        public Object setValue(Object value) {
            throw new UnsupportedOperationException();
        }
    }
}
