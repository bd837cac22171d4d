// What a number, a share or a sum can begin with; most messages hold none of it, and reading numbers costs more than all else.
const OPENING =
  /[\d零〇一二三四五六七八九十廿卅卌百千万亿两俩仨壹贰叁肆伍陆柒捌玖拾佰仟几数半]|对折|\b(?:an? (?:few|couple|dozen|hund|thou|mil|bil|tri|grand|lakh|crore|half|quart|third|four|fif|six|seven|eig|nin|ten|elev|twel|twen|dollar|buck|cent|euro|pound|quid|yuan|kuai)|zero|n[oa]ught|one|tw[oe]|th(?:ir|re)|fo(?:ur|rt)|fi[vf]|six|seve|eig|nin|ten|elev|hund|thou|mill|half|quart|few|couple|(?:yi|er|liang|san|si|wu|liu|qi|ba|jiu|shi)(?=[ bqws]))/;

/** Whether a folded text may hold a number; `false` is certain. */
export const mayHoldNumber = (text: string): boolean => OPENING.test(text);
