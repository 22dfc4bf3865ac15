# Completion of unknot for bash 4.4 or newer. Every word comes from the program itself.

_unknot() {
  local line=${COMP_LINE:0:COMP_POINT} current program fixed="" candidate
  local -a words
  read -ra words <<<"$line"
  [[ $line == *[[:space:]] ]] && words+=("")
  current=${words[-1]}
  program=${words[0]/#\~\//$HOME/}
  COMPREPLY=()
  # bash takes what stands before these as another word, so the replies go without it.
  if [[ $COMP_WORDBREAKS == *:* && $current == *:* ]]; then fixed=${current%:*}:; fi
  if [[ $COMP_WORDBREAKS == *=* && ${current#"$fixed"} == *=* ]]; then fixed=${current%=*}=; fi
  while IFS=$'\t' read -r candidate _; do
    if [[ $candidate == ":files" ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r candidate; do
        COMPREPLY+=("$candidate")
      done < <(compgen -f -- "${current#"$fixed"}")
      return
    fi
    if [[ $candidate == *[:/=] ]]; then compopt -o nospace 2>/dev/null; fi
    COMPREPLY+=("${candidate#"$fixed"}")
  done < <("$program" complete -- "${words[@]:1}" 2>/dev/null)
}

complete -F _unknot unknot
