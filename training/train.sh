#!/usr/bin/env bash
# Trains the syntax of one language and puts it into the package:
#
#     bash training/train.sh fr TREEBANKS [WORK]
#
# TREEBANKS holds a folder per language with CoNLL-U files. WORK keeps the converted files, the log and the model.
# Convert, train, evaluate, then replace src/communique/language/pipelines/LANGUAGE.
set -euo pipefail

language=${1:?usage: train.sh LANGUAGE TREEBANKS [WORK]}
treebanks=${2:?usage: train.sh LANGUAGE TREEBANKS [WORK]}
work=${3:-build/training}/$language
here=$(cd "$(dirname "$0")" && pwd)
package=$here/../src/communique/language/pipelines/$language
source=$treebanks/$language

[ -d "$source" ] || { echo "no treebanks in $source: name their folder, make train TREEBANKS=dir" >&2; exit 1; }
case $language in
fr)
  train=("$source/fr_sequoia-ud-train.conllu" "$source/fr_gsd-ud-dev.conllu")
  dev=("$source/fr_sequoia-ud-dev.conllu")
  steps=4000
  ;;
en)
  train=("$source/en_ewt-ud-train.conllu")
  dev=("$source/en_ewt-ud-dev.conllu")
  steps=3600
  ;;
*)
  echo "no list of treebanks for '$language': add its lines here and its ATTRIBUTION.$language.md" >&2
  exit 1
  ;;
esac

mkdir -p "$work"
python "$here/convert.py" "$work/train.spacy" "${train[@]}"
python "$here/convert.py" "$work/dev.spacy" "${dev[@]}"
python -m spacy train "$here/pipeline.cfg" --output "$work/model" --paths.train "$work/train.spacy" --paths.dev "$work/dev.spacy" \
  --training.max_steps "$steps" |
  tee "$work/train.log"

rm -rf "$package.new"
cp -r "$work/model/model-best" "$package.new"
sed -i.old -E 's/^(train|dev) = .*/\1 = null/' "$package.new/config.cfg" && rm "$package.new/config.cfg.old"
cp "$here/ATTRIBUTION.$language.md" "$package.new/ATTRIBUTION.md"
rm -rf "$package"
mv "$package.new" "$package"
python "$here/evaluate.py" "$treebanks" --language "$language" --pipeline "$package" --write "$here/README.md"
