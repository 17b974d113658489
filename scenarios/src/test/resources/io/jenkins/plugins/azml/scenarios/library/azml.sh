#!/bin/sh
# An azml that keeps what it is called with and gives the answer that lies ready for its verb.
# FAKE/calls: one line a call. FAKE/VERB.N.answer and FAKE/VERB.answer: exit code, then the object. FAKE/local: what the
# local Azure ML lets export.
result=
run=
verb=$1
quoted=
for word in "$@"; do
    case $word in
        --result=*) result=${word#--result=} ;;
        --run=*) run=${word#--run=} ;;
    esac
    quoted="$quoted [$word]"
done
if [ "$verb" = resume ] || [ "$verb" = cancel ]; then
    for word in "$@"; do run=$word; done
fi
printf '%s\n' "$quoted" >>"$FAKE/calls"
env | grep -E '^(AZURE_|AZML_TOKEN)' | sort >>"$FAKE/environment"
count=$(grep -c "^ \[$verb\]" "$FAKE/calls")
mkdir -p ".azml/runs/$run"
[ -f ".azml/runs/$run/request.json" ] || echo "$verb" >".azml/runs/$run/request.json"
answer=$FAKE/$verb.$count.answer
[ -f "$answer" ] || answer=$FAKE/$verb.answer
echo "azml $verb $run" >&2
if [ -f "$FAKE/$verb.waits" ]; then
    trap 'echo "cancelled by a signal" >&2; exit 4' TERM
    while [ -f "$FAKE/$verb.waits" ]; do sleep 0.1; done
fi
[ "$verb $2" = "emulator env" ] && [ -f "$FAKE/local" ] && cat "$FAKE/local"
[ -z "$result" ] || tail -n +2 "$answer" | sed "s/@RUN@/$run/g" >"$result"
exit "$(head -n 1 "$answer")"
